/** A file of a pack: its path inside the pack and its content. */
export type PackFile = { readonly path: string; readonly content: string | Uint8Array };
