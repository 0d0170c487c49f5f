import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Settled, Waiting } from "../api/phone-store.ts";
import type { PhoneQueue } from "../state/use-phone-queue.ts";
import { useStreetText } from "../text/street-text.ts";

type QueueListProps<Queued extends Waiting> = {
  readonly queue: PhoneQueue<Queued, Settled>;
  /** Whose page it is. */
  readonly page: "/ad" | "/report";
  /** The account that has to sign in to send it; null: whoever is here may. */
  ownerOf(queued: Queued): string | null;
  /** How it is told from the others. */
  title(queued: Queued): ReactNode;
  photoCount(queued: Queued): number;
  /** Puts one that was refused back into the form; it stays here until it is sent again. */
  onEdit(queued: Queued): void;
};

/** What waits on this phone, and why. */
export function QueueList<Queued extends Waiting>(props: QueueListProps<Queued>) {
  const text = useStreetText();
  const { queued, pause, isSending } = props.queue;
  if (!queued || queued.length === 0) return null;
  return (
    <section className="street-card street-queue" data-testid="queue">
      <h2>{text.queue(queued.length)}</h2>
      <p role="status">
        {isSending ? text.queueSending : pause !== null && text.queuePause[pause]}{" "}
        {pause === "signed-out" && (
          <Link to="/sign-in" search={{ to: props.page }}>
            {text.signIn}
          </Link>
        )}
      </p>
      <ul>
        {queued.map((each) => (
          <QueuedItem key={each.clientId} each={each} list={props} />
        ))}
      </ul>
    </section>
  );
}

type ItemProps<Queued extends Waiting> = {
  readonly each: Queued;
  readonly list: QueueListProps<Queued>;
};

function QueuedItem<Queued extends Waiting>({ each, list }: ItemProps<Queued>) {
  const text = useStreetText();
  const { queue } = list;
  const { clientId, refusal } = each;
  const owner = list.ownerOf(each);
  const photos = list.photoCount(each);
  return (
    <li>
      <p>
        {list.title(each)}{" "}
        {photos > 0 && <span className="street-hint">{text.queuePhotos(photos)}</span>}
      </p>
      {owner !== null && <p className="street-hint">{text.queueOther(owner)}</p>}
      {refusal !== null && <p className="street-trouble">{text.queueRefused(refusal)}</p>}
      {!queue.isSending && (
        <p className="street-ways">
          {refusal !== null && owner === null && (
            <>
              <button type="button" className="button" onClick={() => queue.retry(each)}>
                {text.retry}
              </button>
              <button type="button" className="button" onClick={() => list.onEdit(each)}>
                {text.edit}
              </button>
            </>
          )}
          <button
            type="button"
            className="link"
            onClick={() => confirm(text.dropSure) && queue.drop(clientId)}
          >
            {text.drop}
          </button>
        </p>
      )}
    </li>
  );
}
