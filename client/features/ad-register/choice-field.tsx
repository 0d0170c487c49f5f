import { useId, useState } from "react";
import { useAdRegisterText } from "../../text/ad-register-text.ts";

type ChoiceFieldProps<V extends string> = {
  readonly label: string;
  readonly choices: readonly (readonly [value: V, words: string])[];
  readonly value: V | null;
  readonly onChange: (value: V | null) => void;
  /** Pressed again it is none. */
  readonly isOptional?: boolean;
  /** Whether something that is not listed may be written. */
  readonly hasOther?: boolean;
};

/** One of a few, each large enough for a thumb. */
export function ChoiceField<V extends string>(props: ChoiceFieldProps<V>) {
  const { label, choices, value, onChange, isOptional = false, hasOther = false } = props;
  const text = useAdRegisterText();
  const isListed = value === null || choices.some(([each]) => each === value);
  const [isOther, setIsOther] = useState(!isListed);
  const isWritten = isOther || !isListed;
  return (
    <fieldset className="street-field">
      <legend>{label}</legend>
      <div className="street-ways adr-chips">
        {choices.map(([each, words]) => (
          <button
            key={each}
            type="button"
            aria-pressed={value === each}
            onClick={() => {
              setIsOther(false);
              onChange(isOptional && value === each ? null : each);
            }}
          >
            {words}
          </button>
        ))}
        {hasOther && (
          <button
            type="button"
            aria-pressed={isWritten}
            onClick={() => {
              setIsOther(!isWritten);
              onChange(null);
            }}
          >
            {text.other}
          </button>
        )}
      </div>
      {hasOther && isWritten && (
        <OtherInput label={label} value={value} onChange={(said) => onChange(said as V | null)} />
      )}
    </fieldset>
  );
}

type OtherProps = {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
};

function OtherInput({ label, value, onChange }: OtherProps) {
  const text = useAdRegisterText();
  const id = useId();
  return (
    <>
      <label className="adr-hidden" htmlFor={id}>
        {`${label}：${text.otherHint}`}
      </label>
      <input
        id={id}
        type="text"
        maxLength={60}
        placeholder={text.otherHint}
        value={value ?? ""}
        onChange={({ target }) => onChange(target.value === "" ? null : target.value)}
      />
    </>
  );
}
