type Props<V extends string> = {
  readonly name: string;
  readonly label: string;
  readonly values: readonly V[];
  readonly value: V;
  readonly words: Readonly<Record<V, string>>;
  readonly onChange: (value: V) => void;
};

/** One of a few, all of them in sight. */
export function ChoiceField<V extends string>(props: Props<V>) {
  const { name, label, values, value, words, onChange } = props;
  return (
    <fieldset className="paper-choice">
      <legend>{label}</legend>
      {values.map((each) => (
        <label key={each}>
          <input
            type="radio"
            name={name}
            checked={each === value}
            onChange={() => onChange(each)}
          />
          {words[each]}
        </label>
      ))}
    </fieldset>
  );
}
