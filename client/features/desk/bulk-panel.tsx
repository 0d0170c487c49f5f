import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { CaseActsDone } from "../../../domain/contract/cases.ts";
import type { ProblemFeature } from "../../../domain/contract/problems.ts";
import { forgetActed, takeCaseActs } from "../../api/case-queries.ts";
import { useDeskText } from "../../text/desk-text.ts";
import { AsyncState } from "../../ui/async-state.tsx";
import { Icon } from "../../ui/icon.tsx";
import { type BulkKind, bulkInput, EMPTY_DRAFT, needsReason, uncheckedOf } from "./bulk-acts.ts";
import { BulkDone } from "./bulk-done.tsx";
import { BulkFields } from "./bulk-fields.tsx";
import { BulkPreview } from "./bulk-preview.tsx";
import { isTyping } from "./desk-keys.ts";

type BulkPanelProps = {
  readonly kind: BulkKind;
  readonly ids: readonly string[];
  readonly seen: ReadonlyMap<string, ProblemFeature>;
  /** Cases that took the act. */
  readonly onDone: (ids: readonly string[]) => void;
  readonly onClose: () => void;
};

/** An act on all that are ticked: what would become of each, then the act, then what became of them. */
export function BulkPanel({ kind, ids, seen, onDone, onClose }: BulkPanelProps) {
  const { bulk, panel } = useDeskText().desk;
  const client = useQueryClient();
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const unchecked = uncheckedOf(ids.flatMap((id) => seen.get(id)?.properties.state ?? []));
  const input = bulkInput(kind, unchecked, draft);
  const { reason, note, ...asked } = input;
  const lacksReason = needsReason(kind, draft) && reason === undefined;
  const preview = useQuery({
    // Words are only looked at for whether there are any.
    queryKey: ["case-preview", asked, reason !== undefined, ids],
    queryFn: () => takeCaseActs({ ...input, ids: [...ids], preview: true }),
    enabled: ids.length > 0 && !lacksReason,
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
  const act = useMutation({
    mutationFn: (able: readonly string[]) => takeCaseActs({ ...input, ids: [...able] }),
    onSuccess: (done) => onDone(takenOf(done)),
    onSettled: () => forgetActed(client),
  });
  const able = takenOf(preview.data);
  const isReady = !lacksReason && !preview.isPlaceholderData && able.length > 0 && !act.isPending;
  const submit = useFocusWhen(isReady);
  return (
    <section className="desk-bulk" data-testid="bulk" aria-label={bulk[kind]}>
      <header>
        <h2>{bulk[kind]}</h2>
        <button type="button" className="plain" aria-label={panel.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      {act.data ? (
        <BulkDone title={bulk[kind]} done={act.data} seen={seen} />
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (isReady) act.mutate(able);
          }}
        >
          <p className="muted">{panel.count(ids.length)}</p>
          {input.act === "close-directly" && (
            <p className="desk-warning" role="note">
              {panel.direct(unchecked)}
            </p>
          )}
          <BulkFields kind={kind} draft={draft} onChange={setDraft} />
          {act.error && (
            <p className="desk-refused" role="alert">
              {act.error.message}
            </p>
          )}
          <div className="desk-buttons">
            <button ref={submit} type="submit" className="button primary" disabled={!isReady}>
              {act.isPending ? panel.busy : panel.confirm(bulk[kind], able.length)}
            </button>
            <button type="button" className="button" onClick={onClose}>
              {panel.cancel}
            </button>
          </div>
          {lacksReason && <p className="muted">{panel.reasonFirst}</p>}
          <AsyncState
            isLoading={preview.isFetching && preview.data === undefined}
            error={preview.error}
            lines={6}
            onRetry={() => void preview.refetch()}
          >
            {preview.data && !lacksReason && (
              <BulkPreview kind={kind} preview={preview.data} seen={seen} />
            )}
          </AsyncState>
        </form>
      )}
    </section>
  );
}

function takenOf(done: CaseActsDone | undefined): readonly string[] {
  return (done?.results ?? []).flatMap(({ id, refusal }) => (refusal === null ? [id] : []));
}

/** The first time that it may be pressed, unless somebody is writing already. */
function useFocusWhen(isReady: boolean) {
  const button = useRef<HTMLButtonElement>(null);
  const hasFocused = useRef(false);
  useEffect(() => {
    if (!isReady || hasFocused.current) return;
    hasFocused.current = true;
    if (!isTyping(document.activeElement)) button.current?.focus();
  }, [isReady]);
  return button;
}
