"""Parts of a CloudFormation template, each written once for all formats that deploy, and their policies."""
