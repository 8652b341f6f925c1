/** A way to the server's program led nowhere; the message is the reason in one line, in the other program's words. */
export class NotObtained extends Error {}
