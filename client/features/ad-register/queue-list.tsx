import { Link } from "@tanstack/react-router";
import type { QueuedAd } from "../../api/ad-store.ts";
import type { AdQueue } from "../../state/use-ad-queue.ts";
import { useAdRegisterText } from "../../text/ad-register-text.ts";
import { useAdWords } from "./use-ad-words.ts";

type QueueListProps = {
  readonly queue: AdQueue;
  readonly account: string;
  /** Puts one that was refused back into the form; it stays here until it is sent again. */
  readonly onEdit: (ad: QueuedAd) => void;
};

/** What waits on this phone, and why. */
export function QueueList({ queue, account, onEdit }: QueueListProps) {
  const text = useAdRegisterText();
  const { queued, pause, isSending } = queue;
  if (!queued || queued.length === 0) return null;
  return (
    <section className="adr-card adr-queue" data-testid="queue">
      <h2>{text.queue(queued.length)}</h2>
      <p role="status">
        {isSending ? text.queueSending : pause !== null && text.queuePause[pause]}{" "}
        {pause === "signed-out" && (
          <Link to="/sign-in" search={{ to: "/ad" }}>
            {text.signIn}
          </Link>
        )}
      </p>
      <ul>
        {queued.map((ad) => (
          <QueuedItem
            key={ad.clientId}
            ad={ad}
            queue={queue}
            isOthers={ad.account !== account}
            onEdit={() => onEdit(ad)}
          />
        ))}
      </ul>
    </section>
  );
}

type ItemProps = {
  readonly ad: QueuedAd;
  readonly queue: AdQueue;
  readonly isOthers: boolean;
  readonly onEdit: () => void;
};

function QueuedItem({ ad, queue, isOthers, onEdit }: ItemProps) {
  const text = useAdRegisterText();
  const { carrierWord, stateWord } = useAdWords();
  const { refusal, picture, account, clientId } = ad;
  return (
    <li>
      <p>
        <strong>{carrierWord(ad.ad.carrier)}</strong> {stateWord(ad.ad.state)} {ad.ad.id ?? ""}{" "}
        {picture && <span className="adr-hint">{text.queuePhoto}</span>}
      </p>
      {isOthers && <p className="adr-hint">{text.queueOther(account)}</p>}
      {refusal !== null && <p className="adr-trouble">{text.queueRefused(refusal)}</p>}
      {!queue.isSending && (
        <p className="adr-ways">
          {refusal !== null && !isOthers && (
            <>
              <button type="button" className="button" onClick={() => queue.retry(ad)}>
                {text.retry}
              </button>
              <button type="button" className="button" onClick={onEdit}>
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

/** What this phone registered last. */
export function SentList({ queue }: { readonly queue: AdQueue }) {
  const text = useAdRegisterText();
  const { carrierWord } = useAdWords();
  if (queue.sent.length === 0) return null;
  return (
    <section className="adr-sent" data-testid="sent">
      <h2>{text.sent}</h2>
      <ul>
        {queue.sent.slice(0, 10).map(({ clientId, id, carrier, road, isNew }) => (
          <li key={clientId}>
            <strong>{id}</strong> {carrierWord(carrier)}{" "}
            <span className="adr-hint">
              {isNew ? text.sentNew : text.sentUpdated}
              {road !== null && ` · ${road}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
