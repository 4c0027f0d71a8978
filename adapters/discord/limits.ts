/**
 * What Discord takes, each number with the page of https://docs.discord.com/developers that it is from.
 * Lengths are counted in UTF-16 units, which is never less than what Discord counts.
 */
export const LIMITS = {
  // interactions/receiving-and-responding
  acknowledgeMs: 3_000,
  choices: 25,
  choiceName: 100,
  choiceValue: 100,

  // interactions/application-commands
  options: 25,
  commandCharacters: 8_000,

  // resources/message#embed-object-embed-limits
  embedsText: 6_000,
  title: 256,
  description: 4_096,
  fields: 25,
  fieldName: 256,
  fieldValue: 1_024,
  // resources/message#create-message
  nonce: 25,
  attachmentDescription: 1_024,

  // components/reference
  rows: 5,
  buttonsInRow: 5,
  buttonLabel: 80,
  customId: 100,
  selectOptions: 25,
  selectText: 100,
  placeholder: 150,
  modalTitle: 45,
  modalFields: 5,
  modalLabel: 45,
  modalHint: 100,
  modalText: 4_000,

  // reference#uploading-files
  fileBytes: 10 * 1024 * 1024,
} as const;

/** Ours: what a reader can take in, within what Discord takes. */
export const OURS = {
  /** Messages that one reply may become; what is left is named. */
  messages: 5,
  /** All text of one message, below the platform's 6,000. */
  messageText: LIMITS.embedsText - 200,
  paragraph: 1_500,
  what: 1_000,
  who: 600,
  where: 300,
  quote: 300,
  /** What the sources of one item may take, so that it fits into a message together with them. */
  sourcesOfItem: 3_000,
  sourceTitle: 200,
  url: 400,
  note: 500,
  /** A file that a person gives. */
  uploadBytes: 5 * 1024 * 1024,
} as const;
