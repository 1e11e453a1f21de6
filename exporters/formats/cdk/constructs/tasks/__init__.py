"""Tasks that the CDK has a construct for, one service a module."""
