import { useId, useState } from "react";
import type { CityManifest } from "../../../domain/contract/city.ts";
import { findCategories, leavesOf } from "../../state/find-categories.ts";
import { useReportText } from "../../text/report-text.ts";
import { recentCategories } from "./recent-categories.ts";

type Categories = CityManifest["categories"];

type CategoryPickerProps = {
  readonly categories: Categories;
  readonly code: string | null;
  readonly onChange: (code: string | null) => void;
};

/** One category: found by a part of its name, its code or its initials, among those used last, or by class. */
export function CategoryPicker({ categories, code, onChange }: CategoryPickerProps) {
  const text = useReportText();
  const chosen = categories.find((category) => category.code === code);
  if (!chosen) return <CategorySearch categories={categories} onChange={onChange} />;
  const above = categories.find((top) => top.code === chosen.code.slice(0, 3) && top !== chosen);
  return (
    <div className="street-field">
      <span className="street-label">{text.category}</span>
      <p className="report-chosen">
        <strong>{chosen.name}</strong> <span className="muted">{above?.name}</span>
        <span className="grow" />
        <button type="button" className="link" onClick={() => onChange(null)}>
          {text.categoryChange}
        </button>
      </p>
    </div>
  );
}

function CategorySearch({ categories, onChange }: Omit<CategoryPickerProps, "code">) {
  const text = useReportText();
  const id = useId();
  const [typed, setTyped] = useState("");
  const [top, setTop] = useState<string | null>(null);
  const leaves = leavesOf(categories);
  const recent = recentCategories().flatMap(
    (code) => leaves.find((leaf) => leaf.code === code) ?? [],
  );
  const isTyping = typed.trim() !== "";
  const found = findCategories(categories, typed);
  const isBrowsing = !isTyping || found.length === 0;
  return (
    <div className="street-field">
      <label className="street-label" htmlFor={id}>
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
      {isTyping && <Leaves title={text.categoryFound} leaves={found} onChange={onChange} />}
      {isTyping && found.length === 0 && (
        <p className="muted" role="status">
          {text.noCategory}
        </p>
      )}
      {!isTyping && recent.length > 0 && (
        <Chips title={text.categoryRecent} items={recent} onChoose={onChange} />
      )}
      {isBrowsing && (
        <Chips
          title={text.categoryClasses}
          items={categories.filter(({ code }) => code.length === 3)}
          chosen={top}
          onChoose={(code) => setTop(code === top ? null : code)}
        />
      )}
      {isBrowsing && top !== null && (
        <Leaves
          title={text.categoryFound}
          leaves={leaves.filter(({ code }) => code.startsWith(top))}
          onChange={onChange}
        />
      )}
    </div>
  );
}

type ChipsProps = {
  readonly title: string;
  readonly items: readonly { readonly code: string; readonly name: string }[];
  /** Pressed; undefined where a chip is no switch. */
  readonly chosen?: string | null;
  readonly onChoose: (code: string) => void;
};

function Chips({ title, items, chosen, onChoose }: ChipsProps) {
  return (
    <div className="street-ways report-chips">
      <span className="muted">{title}</span>
      {items.map(({ code, name }) => (
        <button
          key={code}
          type="button"
          className="button"
          {...(chosen !== undefined && { "aria-pressed": chosen === code })}
          onClick={() => onChoose(code)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}

type LeavesProps = {
  readonly title: string;
  readonly leaves: readonly {
    readonly code: string;
    readonly name: string;
    readonly above: string;
  }[];
  readonly onChange: (code: string) => void;
};

function Leaves({ title, leaves, onChange }: LeavesProps) {
  if (leaves.length === 0) return null;
  return (
    <ul className="report-found" aria-label={title}>
      {leaves.map(({ code, name, above }) => (
        <li key={code}>
          <button type="button" onClick={() => onChange(code)}>
            {name} <span className="muted">{above}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
