/**
 * Of an answer: the revision of the city that it surely holds. Of a request: the highest that its page has seen; where
 * several processes share a city, the one that answers takes in at least that much first.
 */
export const REVISION_HEADER = "Wangge-Revision";
