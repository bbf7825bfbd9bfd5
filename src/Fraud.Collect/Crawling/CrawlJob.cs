using Fraud.Collect.Sources;

namespace Fraud.Collect.Crawling;

/// <summary>A source with what reads and bounds it.</summary>
internal sealed record CrawlJob(SourceOptions Options, IPageParser Parser, UrlPattern[] Follow);
