import { parentPort } from "node:worker_threads";
import { adCityCalls } from "./ad-city-calls.ts";
import { answerCalls } from "./thread-calls.ts";

if (parentPort) answerCalls(parentPort, adCityCalls(Date.now));
