import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { wallPath } from "../../../domain/wall-path.ts";
import { accountsQuery, addWall } from "../../api/accounts-queries.ts";
import { TaskFrame } from "../../shell/task-frame.tsx";
import { useAccountsText } from "../../text/accounts-text.ts";
import { ShownOnce } from "./shown-once.tsx";
import { Refused } from "./task-words.tsx";
import { useAccountAct } from "./use-account-act.ts";

/** A link that signs a wall's browser in, under the name of a wall there is or of a new one. */
export function WallForm({ onClose }: { readonly onClose: () => void }) {
  const text = useAccountsText().accounts;
  const { form, walls } = text;
  const { data } = useQuery(accountsQuery);
  const known = useId();
  const [name, setName] = useState("");
  const act = useAccountAct(() => addWall(name.trim()));
  return (
    <TaskFrame title={walls.add} onClose={onClose}>
      {act.data ? (
        <ShownOnce
          note={walls.once}
          label={walls.link}
          value={location.origin + wallPath(act.data.token)}
        />
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            act.mutate();
          }}
        >
          <label>
            {walls.name}
            <input
              required
              list={known}
              minLength={2}
              maxLength={40}
              autoComplete="off"
              placeholder={walls.nameHint}
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
            <datalist id={known}>
              {(data?.accounts ?? [])
                .filter(({ role }) => role === "screen")
                .map(({ account }) => (
                  <option key={account} value={account} />
                ))}
            </datalist>
          </label>
          <p className="muted">{walls.hint}</p>
          <Refused error={act.error} />
          <button type="submit" className="button primary" disabled={act.isPending}>
            {act.isPending ? form.saving : walls.make}
          </button>
        </form>
      )}
    </TaskFrame>
  );
}
