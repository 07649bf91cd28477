package org.fram.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `fram completion`: the script with which a shell completes commands and options.
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Prints the script that lets bash or zsh complete commands and options.",
        footer = {"", "Example, for this shell:", "  source <(fram completion)"})
final class CompletionCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var commands = spec.root().commandLine();
        spec.commandLine().getOut().print(AutoComplete.bash(commands.getCommandName(), commands));
        return 0;
    }
}
