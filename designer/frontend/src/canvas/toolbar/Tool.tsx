import { wordsFor } from "../base/words";
import { type CommandId, type CommandState, type Commands, command, keysOf } from "../commands/commands";
import { useTools } from "../tools/context";

interface Props {
  id: Exclude<CommandId, "walk" | "extend" | "nudge" | "nudgeLittle">;
  commands: Commands;
  state: CommandState;
}

/** The key at the end of the words of a button. */
const KEY = /[(（][^()（）]+[)）]$/;

/** The button of a command: an icon whose words are its name. */
export function Tool({ id, commands, state }: Props) {
  const { subject, words } = useTools();
  const { button, isEnabled, isOn } = command(id);
  if (!button?.icon) return null;
  const { bar, name, icon: Icon } = button;
  const [key] = keysOf(id, subject);
  const label = wordsFor(words, subject, `${bar}.${name}`).replace(KEY, (whole) =>
    key ? whole.replace(/[^()（）]+/, key) : whole,
  );
  return (
    <button
      type="button"
      title={label}
      aria-label={label}
      data-tool={name}
      aria-pressed={isOn?.(state)}
      disabled={isEnabled ? !isEnabled(state) : false}
      onClick={() => commands[id]()}
    >
      <Icon size={18} aria-hidden />
    </button>
  );
}
