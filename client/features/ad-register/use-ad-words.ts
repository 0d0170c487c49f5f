import { useAdRegisterText } from "../../text/ad-register-text.ts";

/** Words for codes; what is no code stands for itself. */
export function useAdWords() {
  const { carriers, themes, states, other } = useAdRegisterText();
  const of = (words: Readonly<Record<string, string>>, code: string | null | undefined) =>
    code ? (Object.hasOwn(words, code) ? (words[code] ?? code) : code) : null;
  return {
    carrierWord: (code: string | null | undefined) => of(carriers, code) ?? other,
    themeWord: (code: string | null | undefined) => of(themes, code),
    stateWord: (code: string) => of(states, code) ?? code,
  };
}
