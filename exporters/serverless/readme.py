"""The page beside a `serverless.yml`: how to package and deploy it, in Japanese and English."""

from __future__ import annotations

from exporters.serverless.service import Service


def readme(service: Service) -> str:
    """The text of `README.md`."""
    return f"""# {service.name}

```
npm install
npx osls package
npx osls deploy --stage dev
```
"""
