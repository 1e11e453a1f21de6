import { type OtherPerson, tellOthers } from "../shared/others";
import { isBusy } from "./busy";
import styles from "./live.css?inline";
import { NewsClient } from "./newsClient";
import { drawPeople, shownOthers } from "./people";
import type { Live, LiveOutbox, News } from "./protocol.gen";

/** The arguments with which Streamlit calls the component, at first and whenever its data changes. */
interface Component {
  data: Live;
  parentElement: ShadowRoot | HTMLElement;
  setStateValue: (name: "outbox", value: LiveOutbox) => void;
}

/** The list of people in one place of the page, and the client that follows the visit. */
class Presence {
  client: NewsClient | undefined;
  private latest: News | undefined;
  private others: OtherPerson[] = [];
  private readonly teller = tellOthers(() => this.others);
  private readonly root: HTMLElement;

  constructor(
    parent: ShadowRoot | HTMLElement,
    private words: Live,
  ) {
    const sheet = document.createElement("style");
    sheet.textContent = styles;
    this.root = document.createElement("div");
    this.root.className = "people";
    parent.append(sheet, this.root);
  }

  follow(data: Live, post: (outbox: LiveOutbox) => void): void {
    this.words = data;
    if (this.client?.token === data.token) this.client.connect(post);
    else {
      this.client?.stop();
      this.latest = undefined;
      this.client = new NewsClient(data.token, isBusy, this.take, post);
      this.client.hurry();
    }
    this.draw();
  }

  stop(): void {
    this.client?.stop();
    this.others = [];
    this.teller.changed();
    this.teller.stop();
  }

  private take = (news: News): void => {
    this.latest = news;
    this.draw();
  };

  private draw(): void {
    this.others = shownOthers(this.latest?.others ?? [], this.words);
    this.teller.changed();
    drawPeople(this.root, this.words, this.latest?.colour ?? 0, this.others, () => {
      this.draw();
      this.client?.hurry();
    });
  }
}

const shown = new WeakMap<Node, Presence>();

/** Follow the visit, and show who else is here. Returns the function that Streamlit calls at the end. */
export default function mount({ data, parentElement, setStateValue }: Component): () => void {
  const presence = shown.get(parentElement) ?? new Presence(parentElement, data);
  shown.set(parentElement, presence);
  presence.follow(data, (outbox) => setStateValue("outbox", outbox));
  return () => {
    if (parentElement.isConnected) return;
    presence.stop();
    shown.delete(parentElement);
  };
}
