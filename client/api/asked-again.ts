/** What failed is asked for again so often. */
const RETRY_MS = 30_000;

/** The interval at which a question is asked again: after a failure soon, else its own, if it has one in ms. */
export function askedAgain(ownMs: unknown) {
  return ({ state }: { readonly state: { readonly status: string } }): number | false => {
    if (state.status === "error") return RETRY_MS;
    return typeof ownMs === "number" ? ownMs : false;
  };
}
