/** The tables of our database, one property per table, as Kysely reads them. */
// biome-ignore lint/suspicious/noEmptyInterface: the tables are added with their migrations
export interface Schema {}
