export { default } from "../intents/resizeLane";
