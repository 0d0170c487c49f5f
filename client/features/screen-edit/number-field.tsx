import { useEffect, useState } from "react";

type NumberFieldProps = {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly isWhole?: boolean;
  readonly onChange: (value: number) => void;
};

/** A number within limits; while what stands in the field is none, the one before holds. */
export function NumberField({ label, value, min, max, isWhole, onChange }: NumberFieldProps) {
  const [text, setText] = useState(String(value));
  useEffect(() => {
    setText((before) => (Number(before) === value ? before : String(value)));
  }, [value]);
  const typed = text.trim() === "" ? Number.NaN : Number(text);
  const isGood = typed >= min && typed <= max && (!isWhole || Number.isInteger(typed));
  return (
    <label>
      {label}
      <input
        type="number"
        min={min}
        max={max}
        step={isWhole ? 1 : "any"}
        value={text}
        aria-invalid={!isGood}
        onChange={({ target }) => {
          setText(target.value);
          const next = target.valueAsNumber;
          if (next >= min && next <= max && (!isWhole || Number.isInteger(next))) onChange(next);
        }}
        onBlur={() => setText(String(value))}
      />
    </label>
  );
}
