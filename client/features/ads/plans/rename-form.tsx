import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { AdPlanHead } from "../../../../domain/contract/ads-plans.ts";
import { renameAdPlan } from "../../../api/ad-plan-queries.ts";
import { ADS_PLANS_KEY } from "../../../api/ads-queries.ts";
import { useAdPlansText } from "../../../text/ads-plans-text.ts";

const MOST_CHARACTERS = 60;

type Props = { readonly head: AdPlanHead; readonly onEnd: () => void };

/** Another name for a scenario, in its row. */
export function RenameForm({ head, onEnd }: Props) {
  const text = useAdPlansText();
  const client = useQueryClient();
  const [name, setName] = useState(head.name);
  const { mutate, isPending, error } = useMutation({
    mutationFn: (next: string) => renameAdPlan(head.id, next),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: [ADS_PLANS_KEY] });
      onEnd();
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    const next = name.trim();
    if (next === "" || next === head.name) onEnd();
    else mutate(next);
  }

  return (
    <form className="plan-rename" onSubmit={submit}>
      <input
        aria-label={text.name}
        value={name}
        maxLength={MOST_CHARACTERS}
        // biome-ignore lint/a11y/noAutofocus: it was asked for a moment ago
        autoFocus
        onChange={({ target }) => setName(target.value)}
        onKeyDown={({ key }) => key === "Escape" && onEnd()}
      />
      <button type="submit" className="button" disabled={isPending}>
        {text.save}
      </button>
      {error && (
        <p className="plan-refused" role="alert">
          {error.message}
        </p>
      )}
    </form>
  );
}
