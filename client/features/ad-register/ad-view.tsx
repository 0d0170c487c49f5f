import type { CityManifest } from "../../../domain/contract/city.ts";
import type { SentAd } from "../../api/ad-store.ts";
import type { Theme } from "../../app/theme.ts";
import { useAdQueue } from "../../state/use-ad-queue.ts";
import type { OwnViewer } from "../../state/viewer.ts";
import { QueueList } from "../../street/queue-list.tsx";
import { useAdRegisterText } from "../../text/ad-register-text.ts";
import { useStreetText } from "../../text/street-text.ts";
import { AdForm } from "./ad-form.tsx";
import { SentList } from "./sent-list.tsx";
import { useAdSteps } from "./use-ad-steps.ts";
import { useAdWords } from "./use-ad-words.ts";

type AdViewProps = {
  readonly city: CityManifest;
  readonly theme: Theme;
  readonly viewer: OwnViewer;
};

/** The form, what became of it, and what waits. */
export function AdView({ city, theme, viewer }: AdViewProps) {
  const text = useAdRegisterText();
  const street = useStreetText();
  const { carrierWord, stateWord } = useAdWords();
  const queue = useAdQueue(viewer.account);
  const steps = useAdSteps(viewer, queue);
  const { draft, sent, held } = steps;
  return (
    <main className="street-main">
      <QueueList
        queue={queue}
        page="/ad"
        ownerOf={({ account }) => (account === viewer.account ? null : account)}
        title={({ ad }) => (
          <>
            <strong>{carrierWord(ad.carrier)}</strong> {stateWord(ad.state)} {ad.id ?? ""}
          </>
        )}
        photoCount={({ picture }) => (picture ? 1 : 0)}
        onEdit={steps.edit}
      />
      {sent && <Done sent={sent} onAgain={steps.again} />}
      {held && (
        <section className="street-card" data-testid="held">
          <h2 role="status">{queue.isSending ? street.submitting : text.held}</h2>
          <button type="button" className="button primary" onClick={steps.again}>
            {text.done.again}
          </button>
        </section>
      )}
      {steps.at === "failed" && (
        <p className="street-card street-trouble" role="alert">
          {street.heldNot}
        </p>
      )}
      {steps.isForm && (
        <AdForm
          key={draft.clientId}
          city={city}
          theme={theme}
          draft={draft}
          picture={steps.picture}
          isSending={steps.at === "sending"}
          onChange={steps.change}
          onSubmit={(picture) => void steps.submit(picture)}
        />
      )}
      <SentList queue={queue} />
    </main>
  );
}

function Done({ sent, onAgain }: { readonly sent: SentAd; readonly onAgain: () => void }) {
  const text = useAdRegisterText().done;
  const { id, road, isNew } = sent;
  return (
    <section className="street-card" data-testid="done">
      <h2 role="status">{isNew ? text.added(id) : text.updated(id)}</h2>
      <p>{road === null ? text.noRoad : text.road(road)}</p>
      <button type="button" className="button primary" onClick={onAgain}>
        {text.again}
      </button>
    </section>
  );
}
