import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { accountRoles } from "../../../domain/account.ts";
import type { AccountBody } from "../../../domain/contract/accounts.ts";
import { ownAccountQuery } from "../../api/account-queries.ts";
import { type AccountFields, addAccount, changeAccount } from "../../api/accounts-queries.ts";
import { TaskFrame } from "../../shell/task-frame.tsx";
import { useRunning } from "../../state/workbench-state.ts";
import { useAccountsText } from "../../text/accounts-text.ts";
import { Done, Refused } from "./task-words.tsx";
import { useAccountAct } from "./use-account-act.ts";

type Props = { readonly account: AccountBody | null; readonly onClose: () => void };

const NEW: AccountFields = {
  name: "",
  role: "inspector",
  person: null,
  unitId: null,
  signOn: null,
};

/** A new account, or what one is beside its name to sign in with. */
export function AccountForm({ account, onClose }: Props) {
  const text = useAccountsText().accounts;
  const { form } = text;
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [fields, setFields] = useState<AccountFields>(account ?? NEW);
  const act = useAccountAct(() => {
    const { role, unitId } = fields;
    const signOn = fields.signOn?.trim() || null;
    const sent = {
      name: fields.name.trim(),
      role,
      person: fields.person?.trim() || null,
      unitId,
      signOn,
    };
    if (account) return changeAccount(account.account, sent);
    return addAccount(name.trim(), sent, password === "" ? null : password);
  });
  return (
    <TaskFrame title={account ? text.changeTitle(account.account) : text.add} onClose={onClose}>
      {act.isSuccess ? (
        <Done>{text.done}</Done>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            act.mutate();
          }}
        >
          {!account && (
            <label>
              {form.account}
              <input
                required
                minLength={2}
                maxLength={40}
                autoComplete="off"
                value={name}
                onChange={({ target }) => setName(target.value)}
              />
            </label>
          )}
          <Fields fields={fields} onChange={setFields} />
          <SignOnField fields={fields} onChange={setFields} />
          {!account && (
            <label>
              {form.password}
              <input
                required={!fields.signOn?.trim()}
                type="password"
                minLength={10}
                maxLength={128}
                autoComplete="new-password"
                value={password}
                onChange={({ target }) => setPassword(target.value)}
              />
              <span className="muted">
                {fields.signOn?.trim() ? form.passwordOptional : form.passwordHint}
              </span>
            </label>
          )}
          <Refused error={act.error} />
          <button type="submit" className="button primary" disabled={act.isPending}>
            {act.isPending ? form.saving : form.save}
          </button>
        </form>
      )}
    </TaskFrame>
  );
}

type FieldsProps = {
  readonly fields: AccountFields;
  readonly onChange: (fields: AccountFields) => void;
};

/** Name, role, and the person or unit whose duties say how far it sees. */
function Fields({ fields, onChange }: FieldsProps) {
  const { account, accounts } = useAccountsText();
  const { form } = accounts;
  const { city } = useRunning();
  const known = useId();
  return (
    <>
      <label>
        {form.name}
        <input
          required
          maxLength={60}
          value={fields.name}
          onChange={({ target }) => onChange({ ...fields, name: target.value })}
        />
      </label>
      <label>
        {form.role}
        <select
          value={fields.role}
          onChange={({ target }) => {
            const role = accountRoles.find((each) => each === target.value);
            if (role) onChange({ ...fields, role });
          }}
        >
          {accountRoles.map((role) => (
            <option key={role} value={role}>
              {account.roles[role]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {form.person}
        <input
          list={known}
          maxLength={60}
          placeholder={form.personHint}
          value={fields.person ?? ""}
          onChange={({ target }) => onChange({ ...fields, person: target.value || null })}
        />
        <datalist id={known}>
          {city.persons.map(({ name }) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </label>
      <label>
        {form.unit}
        <select
          value={fields.unitId ?? ""}
          onChange={({ target }) => onChange({ ...fields, unitId: target.value || null })}
        >
          <option value="">{form.noUnit}</option>
          {city.units.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <p className="muted">{form.tiedHint}</p>
    </>
  );
}

/** Only where the city has a single sign-on, or had one when the account was made. */
function SignOnField({ fields, onChange }: FieldsProps) {
  const { form } = useAccountsText().accounts;
  const own = useQuery(ownAccountQuery);
  const { signOn } = fields;
  if (!own.data?.signOn && signOn === null) return null;
  return (
    <label>
      {form.signOn}
      <input
        maxLength={200}
        autoComplete="off"
        value={signOn ?? ""}
        onChange={({ target }) => onChange({ ...fields, signOn: target.value || null })}
      />
      <span className="muted">{form.signOnHint}</span>
    </label>
  );
}
