import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { changeOwnPassword } from "../api/accounts-queries.ts";
import { useAccountsText } from "../text/accounts-text.ts";
import "./password-dialog.css";

type Sent = { readonly current: string; readonly next: string };

/** One's own password, with the old one. Loaded when it is asked for. */
export function PasswordDialog({ onClose }: { readonly onClose: () => void }) {
  const { accounts: text, drawer } = useAccountsText();
  const { form } = text;
  const dialog = useRef<HTMLDialogElement>(null);
  const [isDifferent, setDifferent] = useState(false);
  const act = useMutation({
    mutationFn: ({ current, next }: Sent) => changeOwnPassword(current, next),
    retry: false,
  });
  useEffect(() => dialog.current?.showModal(), []);

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const [current, next, again] = ["current", "next", "again"].map((name) =>
      String(fields.get(name)),
    ) as [string, string, string];
    setDifferent(next !== again);
    if (next === again) act.mutate({ current, next });
  }

  return (
    <dialog
      ref={dialog}
      className="password-dialog"
      aria-labelledby="password-title"
      onClose={onClose}
    >
      <h2 id="password-title">{text.ownPassword}</h2>
      {act.isSuccess ? (
        <p role="status">{text.ownPasswordDone}</p>
      ) : (
        <form id="own-password" onSubmit={submit}>
          <Field name="current" label={form.currentPassword} isOld />
          <Field name="next" label={form.newPassword} />
          <p className="muted">{form.passwordHint}</p>
          <Field name="again" label={form.again} />
          <p className="muted">{text.ownPasswordNote}</p>
          <p role="alert" className="password-refused">
            {isDifferent ? form.differ : act.error?.message}
          </p>
        </form>
      )}
      <p className="password-acts">
        <button type="button" className="button" onClick={() => dialog.current?.close()}>
          {act.isSuccess ? drawer.close : form.cancel}
        </button>
        {!act.isSuccess && (
          <button
            type="submit"
            form="own-password"
            className="button primary"
            disabled={act.isPending}
          >
            {act.isPending ? form.saving : form.save}
          </button>
        )}
      </p>
    </dialog>
  );
}

type FieldProps = { readonly name: string; readonly label: string; readonly isOld?: boolean };

function Field({ name, label, isOld = false }: FieldProps) {
  return (
    <label>
      {label}
      <input
        name={name}
        type="password"
        required
        minLength={isOld ? 1 : 10}
        maxLength={128}
        autoComplete={isOld ? "current-password" : "new-password"}
      />
    </label>
  );
}
