"""Apart: a stranger's file is read in a child process that has nothing to lose and little to use."""
