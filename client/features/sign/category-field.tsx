import { useId, useState } from "react";
import type { CityManifest } from "../../../domain/contract/city.ts";
import { findCategories } from "../../state/find-categories.ts";
import { useSignText } from "../../text/sign-text.ts";

type Props = {
  readonly categories: CityManifest["categories"];
  readonly code: string | null;
  readonly onChange: (code: string | null) => void;
};

/** One category, found by a part of its name. */
export function CategoryField({ categories, code, onChange }: Props) {
  const text = useSignText().sign;
  const id = useId();
  const [typed, setTyped] = useState("");
  const chosen = categories.find((category) => category.code === code);
  if (chosen) {
    return (
      <div className="sign-field">
        <span className="sign-label">{text.category}</span>
        <p className="sign-chosen">
          <strong>{chosen.name}</strong>
          <button type="button" className="link" onClick={() => onChange(null)}>
            {text.categoryChange}
          </button>
        </p>
      </div>
    );
  }
  const found = findCategories(categories, typed);
  return (
    <div className="sign-field">
      <label className="sign-label" htmlFor={id}>
        {text.category}
      </label>
      <input
        id={id}
        type="search"
        autoComplete="off"
        placeholder={text.categoryHint}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      {found.length > 0 && (
        <ul className="sign-found">
          {found.map(({ code: each, name, above }) => (
            <li key={each}>
              <button type="button" onClick={() => onChange(each)}>
                {name} <span className="muted">{above}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {typed.trim() !== "" && found.length === 0 && <p className="muted">{text.noCategory}</p>}
    </div>
  );
}
