/**
 * Something a person can mend; the message says what went wrong and what to do, in both languages.
 */
export class SetupError extends Error {}
