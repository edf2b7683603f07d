//! What the program does when it is asked on the command line: one file a command.
