import { exitCodes, wrongUse } from '../errors.js';
import { didYouMean } from '../options/names.js';
import { choicesOf } from './config-schema.js';
import type { Command } from './command.js';
import type { Flag } from './flags.js';
import { tell } from './tell.js';

const shells = ['bash', 'zsh', 'fish'] as const;
type Shell = (typeof shells)[number];

/** The command that writes what a shell completes commands and flags by; it is made of all the commands there are. */
export function completionCommand(all: () => readonly Command[]): Command {
  return {
    name: 'completion',
    usage: 'chat-metrics completion bash|zsh|fish',
    summary: 'Write what a shell completes commands and options by.',
    examples: [
      ['chat-metrics completion bash > ~/.local/share/bash-completion/completions/chat-metrics', 'bash'],
      ['chat-metrics completion zsh > "${fpath[1]}/_chat-metrics"', 'zsh'],
      ['chat-metrics completion fish > ~/.config/fish/completions/chat-metrics.fish', 'fish'],
    ],
    flags: [],
    // oxlint-disable-next-line typescript/require-await -- every command is asynchronous
    run: async ({ positionals: [name = '', ...more] }, { stdout }) => {
      const shell = shells.find((one) => one === name);
      if (!shell || more.length > 0)
        throw wrongUse(
          'unknown_shell',
          `"completion" needs the name of one shell.${didYouMean(name, shells)}`,
          `Type chat-metrics completion ${shells.join('|')}`,
        );
      tell(stdout, scripts[shell](all()));
      return exitCodes.done;
    },
  };
}

const scripts: Record<Shell, (commands: readonly Command[]) => string> = { bash, zsh, fish };

const names = (commands: readonly Command[]): string => commands.map(({ name }) => name).join(' ');

function words({ flags }: Command): string {
  return [...flags.map(({ name }) => `--${name}`), '--help'].join(' ');
}

const choices = ({ placeholder }: Flag): string[] => choicesOf(placeholder);

function bash(commands: readonly Command[]): string {
  const choosing = new Map(
    commands.flatMap(({ flags }) =>
      flags
        .filter((flag) => choices(flag).length > 0)
        .map((flag) => [`--${flag.name}`, choices(flag)] as const),
    ),
  );
  return `# completion of chat-metrics for bash
_chat_metrics() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" words=""
  if [ "$COMP_CWORD" -eq 1 ]; then words="${names(commands)} help"
  else
    case "$before" in
${[...choosing].map(([flag, values]) => `      ${flag}) COMPREPLY=($(compgen -W "${values.join(' ')}" -- "$word")); return ;;`).join('\n')}
    esac
    case "\${COMP_WORDS[1]}" in
${commands.map((command) => `      ${command.name}) words="${words(command)}" ;;`).join('\n')}
      help) words="${names(commands)}" ;;
    esac
  fi
  if [[ "$word" == -* || "$COMP_CWORD" -eq 1 || "\${COMP_WORDS[1]}" == help ]]; then COMPREPLY=($(compgen -W "$words" -- "$word")); fi
}
complete -o default -F _chat_metrics chat-metrics
`;
}

function zsh(commands: readonly Command[]): string {
  const quoted = (text: string): string =>
    text.replaceAll("'", "'\\''").replaceAll(/[[\]:]/g, String.raw`\$&`);
  const arguments_ = ({ flags }: Command): string =>
    flags
      .map((flag) => {
        const values = choices(flag);
        const value =
          flag.placeholder === undefined
            ? ''
            : `=:${flag.name}:${values.length > 0 ? `(${values.join(' ')})` : '_files'}`;
        return `'*--${flag.name}${value === '' ? '' : '='}[${quoted(flag.meaning)}]${value.slice(1)}'`;
      })
      .join(' ');
  return `#compdef chat-metrics
_chat_metrics() {
  if (( CURRENT == 2 )); then
    _values command ${commands.map(({ name, summary }) => `'${name}[${quoted(summary)}]'`).join(' ')} 'help[Tell the options of a command.]'
    return
  fi
  case "$words[2]" in
${commands.map((command) => `    ${command.name}) _arguments ${arguments_(command)} '*:file:_files' ;;`).join('\n')}
    help) _values command ${names(commands)} ;;
  esac
}
_chat_metrics "$@"
`;
}

function fish(commands: readonly Command[]): string {
  const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  const lines = commands.flatMap(({ name, summary, flags }) => [
    `complete -c chat-metrics -f -n __fish_use_subcommand -a ${name} -d ${quoted(summary)}`,
    ...flags.map((flag) => {
      const values = choices(flag);
      const value =
        flag.placeholder === undefined
          ? ''
          : values.length > 0
            ? ` -x -a ${quoted(values.join(' '))}`
            : ' -r';
      return `complete -c chat-metrics -n '__fish_seen_subcommand_from ${name}' -l ${flag.name}${flag.short ? ` -s ${flag.short}` : ''}${value} -d ${quoted(flag.meaning)}`;
    }),
  ]);
  return `${lines.join('\n')}\n`;
}
