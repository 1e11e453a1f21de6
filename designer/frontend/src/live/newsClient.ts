import { person, tab } from "./identity";
import type { LiveOutbox, News, Ping } from "./protocol.gen";

const INTERVAL = 300;
const INTERVAL_ALONE = 1000;
const INTERVAL_HIDDEN = 2500;
const LONGEST_BACKOFF = 10_000;
/** Answers without an effect after which the page is asked again to catch up. */
const PATIENCE = 15;

type Timer = ReturnType<typeof setTimeout>;

/** Asks the server for news of one visit, again and again, and has the page run anew only where it is behind. */
export class NewsClient {
  private timer: Timer | undefined;
  private known = -1;
  private asked: LiveOutbox = { news: 0, attempt: 0 };
  private waited = 0;
  private failures = 0;
  private isAlone = true;
  private isStopped = false;

  constructor(
    readonly token: string,
    private readonly isBusy: () => boolean,
    private readonly onPeople: (news: News) => void,
    private post: (outbox: LiveOutbox) => void,
  ) {
    document.addEventListener("visibilitychange", this.hurry);
    window.addEventListener("pagehide", this.leave);
  }

  /** Sets the callback that has the page run; Streamlit hands out a new one with every run. */
  connect(post: (outbox: LiveOutbox) => void): void {
    this.post = post;
  }

  /** Ask at once, such as after the person's name has changed. */
  hurry = (): void => {
    if (this.isStopped || document.hidden) return;
    clearTimeout(this.timer);
    void this.ask();
  };

  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
    document.removeEventListener("visibilitychange", this.hurry);
    window.removeEventListener("pagehide", this.leave);
  }

  private async ask(): Promise<void> {
    const news = await this.fetched();
    if (this.isStopped) return;
    this.failures = news ? 0 : this.failures + 1;
    if (news) this.take(news);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.ask(), this.interval());
  }

  private interval(): number {
    if (this.failures > 0) return Math.min(INTERVAL * 2 ** this.failures, LONGEST_BACKOFF);
    if (document.hidden) return INTERVAL_HIDDEN;
    return this.isAlone ? INTERVAL_ALONE : INTERVAL;
  }

  private leave = (): void => {
    this.send(true).catch(() => {});
  };

  private async fetched(): Promise<News | null> {
    try {
      const response = await this.send(false);
      return response.ok ? ((await response.json()) as News) : null;
    } catch {
      return null;
    }
  }

  private send(leaving: boolean): Promise<Response> {
    const { id, name } = person();
    const ping: Ping = { token: this.token, tab, person: id, name, known: this.known, leaving };
    return fetch(new URL("designer/live", document.baseURI), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(ping),
      keepalive: leaving,
    });
  }

  private take(news: News): void {
    if (news.number !== this.known) {
      this.known = news.number;
      this.isAlone = news.others?.length === 0;
      this.onPeople(news);
    }
    if (news.news === null || this.isBusy()) return;
    this.waited += 1;
    if (news.news === this.asked.news && this.waited < PATIENCE) return;
    this.waited = 0;
    this.asked = { news: news.news, attempt: this.asked.attempt + 1 };
    this.post(this.asked);
  }
}
