import { createHmac, timingSafeEqual } from "node:crypto";

/** No I, L, O, 0 and 1: codes are read out on the telephone. */
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const LENGTH = 8;
/** Bytes from here on would make the first letters likelier than the others. */
const FAIR_BELOW = 256 - (256 % ALPHABET.length);

/** What opens the progress of a report to whoever made it. */
export type ReportCodes = {
  of(number: string): string;
  isOf(number: string, code: string): boolean;
};

/** Codes follow from number and secret, so none is kept; with another secret no old one opens anything. */
export function reportCodes(secret: string): ReportCodes {
  const of = (number: string) => {
    let code = "";
    for (let round = 0; code.length < LENGTH; round++) {
      const bytes = createHmac("sha256", secret).update(`report ${round} ${number}`).digest();
      for (const byte of bytes) if (byte < FAIR_BELOW) code += ALPHABET[byte % ALPHABET.length];
    }
    return code.slice(0, LENGTH);
  };
  return {
    of,
    isOf(number, code) {
      const [known, given] = [Buffer.from(of(number)), Buffer.from(typed(code))];
      return known.length === given.length && timingSafeEqual(known, given);
    },
  };
}

/** As people type it: small letters, in groups. */
function typed(code: string): string {
  return code.normalize("NFKC").toUpperCase().replace(/[\s-]/g, "");
}
