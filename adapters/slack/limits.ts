/** What Slack takes, each number with the page of https://docs.slack.dev that it is from. Lengths are UTF-16 units. */
export const LIMITS = {
  // interactivity/handling-user-interaction
  acknowledgeMs: 3_000,
  responseUrlPosts: 5,
  // authentication/verifying-requests-from-slack
  requestAgeS: 5 * 60,
  // apis/events-api#retries: the last redelivery comes five minutes after the first
  redeliveredMs: 10 * 60_000,

  // reference/methods/chat.postMessage
  text: 40_000,
  messageBlocks: 50,

  // reference/block-kit/blocks
  viewBlocks: 100,
  header: 150,
  section: 3_000,
  sectionFields: 10,
  field: 2_000,
  contextElements: 10,
  actions: 25,
  label: 2_000,
  hint: 2_000,
  id: 255,

  // reference/block-kit/block-elements
  buttonText: 75,
  buttonValue: 2_000,
  selectOptions: 100,
  optionText: 75,
  optionValue: 75,
  placeholder: 150,
  inputText: 3_000,

  // reference/views
  viewTitle: 24,
  viewMetadata: 3_000,

  // reference/methods/files.getUploadURLExternal
  altText: 1_000,
} as const;

/** Ours: what a reader can take in, within what Slack takes. */
export const OURS = {
  /** Messages that one reply may become; one more stays free of the five that a response_url takes. */
  messages: 4,
  /**
   * A message in all, blocks as JSON and text together: Slack refuses somewhere above 13,000 characters with an
   * undocumented `msg_blocks_too_long`.
   */
  message: 11_900,
  /** Of it the blocks at most; `text` has the rest. */
  blocks: 10_000,
  context: 2_000,
  paragraph: 1_500,
  who: 450,
  where: 250,
  what: 900,
  quote: 300,
  /** What the sources of one item may take, so that it fits into a message together with them. */
  sourcesOfItem: 2_000,
  sourceTitle: 160,
  url: 400,
  note: 500,
  heading: 200,
  /** Completions shown at once. */
  suggestions: 25,
  /** A file that a person gives. */
  uploadBytes: 5 * 1024 * 1024,
  downloadMs: 30_000,
  /** A call that Slack has not answered by then counts as lost. */
  callMs: 15_000,
  /**
   * A person is not kept waiting for their own profile: a form must open within three seconds. Without it days are told
   * in English and UTC, and nobody is an administrator.
   */
  profileMs: 1_000,
  profileKeptMs: 15 * 60_000,
  profiles: 5_000,
  /** Clocks differ by so much without anybody lying. */
  clockSkewS: 10,
  /** The socket counts as dead when a ping has no answer for so long. */
  pingMs: 4_000,
  /** Waits between two attempts to connect again; the last goes on. */
  reconnectMs: [0, 1_000, 3_000, 10_000, 30_000],
} as const;
