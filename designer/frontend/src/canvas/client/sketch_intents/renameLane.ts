export { default } from "../intents/renameLane";
