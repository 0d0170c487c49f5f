import { useState } from "react";

type NumberInputProps = {
  readonly label: string;
  /** Null: nothing is asked. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly min?: number;
  readonly max?: number;
  readonly isWhole?: boolean;
  /** May be left empty; this stands there then. */
  readonly empty?: string;
};

/** A number that is taken as soon as it is one; what is none is marked, and forgotten when the field is left. */
export function NumberInput({ label, value, onChange, empty, ...limits }: NumberInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const read = typed === null ? value : readNumber(typed, limits, empty !== undefined);
  return (
    <input
      className="rule-number"
      type="text"
      inputMode="decimal"
      aria-label={label}
      aria-invalid={read === undefined}
      placeholder={empty}
      maxLength={9}
      value={typed ?? (value === null ? "" : String(value))}
      onChange={({ target }) => {
        setTyped(target.value);
        const next = readNumber(target.value, limits, empty !== undefined);
        if (next !== undefined && next !== value) onChange(next);
      }}
      onBlur={() => setTyped(null)}
    />
  );
}

/** Undefined for what is no such number; digits may be full-width. */
export function readNumber(
  typed: string,
  { min = 0, max = 1_000_000, isWhole = false }: Pick<NumberInputProps, "min" | "max" | "isWhole">,
  mayBeEmpty: boolean,
): number | null | undefined {
  const text = typed.normalize("NFKC").trim();
  if (text === "") return mayBeEmpty ? null : undefined;
  if (!/^\d+(\.\d*)?$|^\.\d+$/.test(text)) return undefined;
  const value = Number(text);
  if (value < min || value > max || (isWhole && !Number.isInteger(value))) return undefined;
  return value;
}
