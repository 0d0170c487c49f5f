import { useRef, useState } from "react";
import { useAccountsText } from "../../text/accounts-text.ts";

type Props = {
  /** What the reader is told about it. */
  readonly note: string;
  readonly label: string;
  readonly value: string;
};

/** A secret that is shown this once. Where pages may not write the clipboard it is selected, to be copied by hand. */
export function ShownOnce({ note, label, value }: Props) {
  const text = useAccountsText().accounts;
  const field = useRef<HTMLInputElement>(null);
  const [isCopied, setCopied] = useState(false);
  async function copy(): Promise<void> {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
    } catch {
      setCopied(document.execCommand("copy"));
    }
  }
  return (
    <>
      <p role="status">{note}</p>
      <label>
        {label}
        <input className="accounts-key" ref={field} readOnly value={value} />
      </label>
      <button type="button" className="button primary" onClick={() => void copy()}>
        {isCopied ? text.copied : text.copy}
      </button>
    </>
  );
}
