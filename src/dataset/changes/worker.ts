import { parentPort, workerData } from "node:worker_threads";
import { type Known, readBrought } from "./document.ts";
import type { Order } from "./reader.ts";

/** Reads the one document that it was started for: the thread in which long ones are read. */
const { raw, known } = workerData as Order;
parentPort?.postMessage(readBrought(raw, known satisfies Known));
