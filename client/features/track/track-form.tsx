import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useId, useState } from "react";
import { useTrackText } from "../../text/track-text.ts";

type TrackFormProps = { readonly number: string; readonly error?: string };

/** Asks for what opens the progress. */
export function TrackForm({ number: known, error }: TrackFormProps) {
  const text = useTrackText();
  const navigate = useNavigate();
  const [number, setNumber] = useState(known);
  const [code, setCode] = useState("");
  const [isTried, setIsTried] = useState(false);
  const asked = { number: number.trim(), code: code.replace(/[\s-]/g, "").toUpperCase() };
  const isMissing = asked.number === "" || asked.code === "";
  function submit(event: FormEvent): void {
    event.preventDefault();
    setIsTried(true);
    if (isMissing) return;
    void navigate({
      to: "/track/$number",
      params: { number: asked.number },
      search: (before: object) => ({ ...before, code: asked.code }),
    });
  }
  return (
    <form className="street-card" onSubmit={submit} data-testid="track-form">
      <p>{text.lead}</p>
      <Field label={text.number} hint={text.numberHint} value={number} onChange={setNumber} />
      <Field label={text.code} hint={text.codeHint} value={code} onChange={setCode} />
      <p role="alert" className="street-trouble">
        {isTried && isMissing ? text.needed : !isTried && error}
      </p>
      <button type="submit" className="button primary">
        {text.find}
      </button>
    </form>
  );
}

type FieldProps = {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

function Field({ label, hint, value, onChange }: FieldProps) {
  const id = useId();
  return (
    <div className="street-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={80}
        placeholder={hint}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
}
