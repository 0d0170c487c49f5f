type ChoiceFieldProps<C extends string> = {
  readonly name: string;
  readonly label: string;
  readonly choices: readonly C[];
  readonly words: Readonly<Record<C, string>>;
  readonly value: C | null;
  readonly onChoose: (choice: C) => void;
};

/** Two or three large buttons of which one is chosen. */
export function ChoiceField<C extends string>(props: ChoiceFieldProps<C>) {
  const { name, label, choices, words, value, onChoose } = props;
  return (
    <fieldset className="field-choices">
      <legend>{label}</legend>
      {choices.map((choice) => (
        <label key={choice} className={choice === value ? "is-chosen" : ""}>
          <input
            type="radio"
            name={name}
            checked={choice === value}
            onChange={() => onChoose(choice)}
          />
          {words[choice]}
        </label>
      ))}
    </fieldset>
  );
}
