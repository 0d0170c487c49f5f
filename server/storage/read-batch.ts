/** Rows a batch when reading everything; batches are also where other requests get their turn. */
export const READ_BATCH = 5000;
