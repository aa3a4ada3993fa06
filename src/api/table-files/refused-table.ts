/** A file that cannot be read as a table, with words for whoever sent it: what is wrong, and what to do about it. */
export class RefusedTable extends Error {}
