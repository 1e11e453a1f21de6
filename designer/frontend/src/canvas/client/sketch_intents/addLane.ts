export { default } from "../intents/addLane";
