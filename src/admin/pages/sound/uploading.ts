import { acceptUpload, withdrawUpload, type Upload } from "./wire.ts";

/** A file on its way, as whoever sends it sees it. `sent`: the share of it that is at the server; `id`: the server's, once it is there. */
export type Sending = {
  readonly key: string;
  readonly title: string;
  readonly state: "sending" | Upload["state"];
  readonly progress: number;
  readonly id?: string;
  readonly refusal?: string;
  readonly warnings?: readonly string[];
};

/** Files that are uploaded one beside the other. */
export type Uploading = {
  readonly state: () => readonly Sending[];
  readonly subscribe: (changed: () => void) => () => void;
  readonly send: (file: File) => void;
  /** Goes on with one that the server has already. */
  readonly resume: (upload: Upload) => void;
  readonly accept: (one: Sending) => Promise<void>;
  /** Withdraws it, or takes what is said of it off the page. */
  readonly dismiss: (one: Sending) => void;
};

let shared: Uploading | undefined;
/** The one place of this page that files are sent from: they go on while other pages are looked at. */
export function uploads(): Uploading {
  return (shared ??= openUploading());
}

function openUploading(): Uploading {
  let state: readonly Sending[] = [];
  const listeners = new Set<() => void>();
  const stops = new Map<string, () => void>();

  function become(next: readonly Sending[]) {
    state = next;
    for (const listener of listeners) listener();
  }
  function change(key: string, how: Partial<Sending>) {
    become(state.map((one) => (one.key === key ? { ...one, ...how } : one)));
  }
  function told(key: string, { id, title, state: stands, progress, refusal, warnings }: Upload) {
    if (!state.some((one) => one.key === key)) return;
    change(key, {
      id,
      title,
      state: stands,
      progress,
      ...(refusal === undefined ? {} : { refusal }),
      ...(warnings === undefined ? {} : { warnings }),
    });
  }

  /** Listens to what becomes of it, until nothing more will. */
  function follow(key: string, id: string) {
    const source = new EventSource(`/api/audio/uploads/${encodeURIComponent(id)}/events`);
    stops.set(key, () => source.close());
    source.addEventListener("message", ({ data }: MessageEvent<string>) => {
      const upload = JSON.parse(data) as Upload;
      if (upload.state === "stored" || upload.state === "refused" || upload.state === "needs-acceptance")
        source.close();
      told(key, upload);
    });
    // It comes back by itself where the line was lost; where the upload is gone it does not.
    source.addEventListener("error", () => {
      if (source.readyState === EventSource.CLOSED)
        change(key, { state: "refused", refusal: "The server does not know it any more. Upload it again." });
    });
  }

  function send(file: File) {
    const key = crypto.randomUUID();
    become([{ key, title: file.name, state: "sending", progress: 0 }, ...state]);
    const request = new XMLHttpRequest();
    request.open("POST", "/api/audio/uploads");
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.setRequestHeader("X-File-Name", encodeURIComponent(file.name));
    request.upload.addEventListener("progress", ({ loaded, total }) =>
      change(key, { progress: total > 0 ? loaded / total : 0 }),
    );
    const refused = (refusal: string) => change(key, { state: "refused", refusal });
    request.addEventListener("load", () => {
      const read = readJson(request.responseText) as Partial<Upload> & { readonly detail?: string };
      if (request.status !== 202 || read.id === undefined) return refused(read.detail ?? `${request.status}`);
      change(key, { id: read.id, state: "decoding", progress: 0 });
      follow(key, read.id);
    });
    request.addEventListener("error", () =>
      refused(
        "The server could not be reached, or took no more of it. See that the file is below 50 MB, then try again.",
      ),
    );
    stops.set(key, () => request.abort());
    request.send(file);
  }

  return {
    state: () => state,
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    send,
    resume(upload) {
      if (state.some(({ id }) => id === upload.id)) return;
      become([...state, { key: upload.id, title: upload.title, state: upload.state, progress: upload.progress }]);
      follow(upload.id, upload.id);
    },
    async accept({ key, id }) {
      if (id !== undefined) told(key, await acceptUpload(id));
    },
    dismiss({ key, id, state: stands }) {
      stops.get(key)?.();
      become(state.filter((one) => one.key !== key));
      if (id !== undefined && stands !== "stored") void withdrawUpload(id);
    },
  };
}

function readJson(text: string): object {
  try {
    return JSON.parse(text) as object;
  } catch {
    return {};
  }
}
