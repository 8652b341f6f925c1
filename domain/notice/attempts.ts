/** How often a digest tries to hand its letters to the mail server; after the last they count as not delivered. */
export const MOST_ATTEMPTS = 16;
