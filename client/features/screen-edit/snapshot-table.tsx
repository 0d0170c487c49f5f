import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Scene } from "../../../domain/screen/scene.ts";
import { snapshotsQuery, takeSnapshot } from "../../api/steer-queries.ts";
import { useCityFormat } from "../../state/use-city-format.ts";
import { useScreenEditText } from "../../text/screen-edit-text.ts";
import { AsyncState } from "../../ui/async-state.tsx";

/** A picture of now takes a browser a quarter of a minute. */
function TakeButton() {
  const text = useScreenEditText().screenEdit.settings;
  const client = useQueryClient();
  const { mutate, isPending, isError } = useMutation({
    mutationFn: takeSnapshot,
    onSuccess: (list) => client.setQueryData(snapshotsQuery.queryKey, list),
  });
  return (
    <p>
      <button type="button" className="button" disabled={isPending} onClick={() => mutate()}>
        {isPending ? text.taking : text.take}
      </button>{" "}
      <span role="alert">{isError && text.notTaken}</span>
    </p>
  );
}

/** The pictures that are kept, the newest first. */
export function SnapshotTable({ scenes }: { readonly scenes: readonly Scene[] }) {
  const text = useScreenEditText().screenEdit.settings;
  const format = useCityFormat();
  const { data, error, isPending, refetch } = useQuery(snapshotsQuery);
  const nameOf = (id: string) => scenes.find((scene) => scene.id === id)?.name ?? id;
  return (
    <section aria-label={text.snapshots}>
      <h2>{text.snapshots}</h2>
      {data && <p className="muted">{text.maker[data.maker]}</p>}
      {data && data.maker !== "none" && <TakeButton />}
      <AsyncState
        isLoading={isPending}
        error={error}
        isEmpty={data?.snapshots.length === 0}
        empty={<p className="screens-empty">{text.noSnapshots}</p>}
        lines={4}
        onRetry={() => void refetch()}
      >
        <ul className="screens-snapshots">
          {data?.snapshots.map(({ name, takenAt, scene, type, bytes }) => (
            <li key={name}>
              <a href={`/api/screen/snapshots/${encodeURIComponent(name)}`} download={name}>
                {format.minute(takenAt)} {nameOf(scene)}
              </a>
              <small>
                {type.toUpperCase()} {(bytes / 1e6).toFixed(1)} MB
              </small>
            </li>
          ))}
        </ul>
      </AsyncState>
    </section>
  );
}
