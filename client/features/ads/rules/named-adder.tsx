import { useId, useState } from "react";
import { useAdsRulesText } from "../../../text/ads-rules-text.ts";
import { codeOf } from "./rule-words.ts";

type NamedAdderProps = {
  readonly label: string;
  readonly names: Readonly<Record<string, string>>;
  /** Codes that are there already. */
  readonly taken: readonly string[];
  readonly onAdd: (code: string) => void;
};

/** One of the known names, or a city's own, which is its own code. */
export function NamedAdder({ label, names, taken, onAdd }: NamedAdderProps) {
  const text = useAdsRulesText().editor;
  const list = useId();
  const [typed, setTyped] = useState("");
  const code = codeOf(names, typed);
  const isNew = code !== "" && !taken.includes(code);
  const add = () => {
    if (!isNew) return;
    onAdd(code);
    setTyped("");
  };
  return (
    <p className="named-adder">
      <input
        list={list}
        aria-label={label}
        placeholder={label}
        maxLength={40}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          add();
        }}
      />
      <datalist id={list}>
        {Object.entries(names)
          .filter(([each]) => !taken.includes(each))
          .map(([each, name]) => (
            <option key={each} value={name} />
          ))}
      </datalist>
      <button type="button" className="button" disabled={!isNew} onClick={add}>
        {text.add}
      </button>
    </p>
  );
}
