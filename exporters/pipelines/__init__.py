"""Files of continuous integration for a repository with workflows: each kind offers `write(pipeline)`."""
