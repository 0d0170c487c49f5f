type ChoiceProps<V extends string> = {
  readonly name: string;
  readonly label: string;
  readonly values: readonly V[];
  readonly value: V;
  readonly words: Readonly<Record<V, string>>;
  readonly hints?: Readonly<Record<V, string>>;
  readonly onChange: (value: V) => void;
};

/** One of a few, all of them in sight, each with a line on what it means. */
export function Choice<V extends string>(props: ChoiceProps<V>) {
  const { name, label, values, value, words, hints, onChange } = props;
  return (
    <fieldset className="plan-choice">
      <legend>{label}</legend>
      {values.map((each) => (
        <label key={each}>
          <input
            type="radio"
            name={name}
            checked={each === value}
            onChange={() => onChange(each)}
          />
          <span>
            {words[each]}
            {hints && <small>{hints[each]}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
