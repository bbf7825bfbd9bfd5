using System.Net;
using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Fraud.Collect.Html;

/// <summary>Parses untrusted HTML: no script runs, nothing is fetched, time and depth are bounded. Never fails: what cannot be parsed is read as plain text.</summary>
internal static partial class SafeHtml
{
    private const int MaxTreeDepth = 1000;
    private const int OrdinaryLength = 128 * 1024;
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(5);
    // A page of ordinary size cannot cost much; a starved machine must not take it for one built to, and lose its links
    private static readonly TimeSpan OrdinaryBudget = TimeSpan.FromSeconds(60);
    private static readonly HtmlParserOptions Options = new() { IsScripting = false, DisableElementPositionTracking = true };
    // It is never changed; the property makes a new one, with all its tables, at each reading
    private static readonly IConfiguration Shared = Configuration.Default;

    public static async Task<IHtmlDocument> ParseAsync(string html, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(html.Length <= OrdinaryLength ? OrdinaryBudget : Budget);
        try
        {
            var document = await Parser().ParseDocumentAsync(NestingLimiter.Limit(html), timeout.Token);
            if (!IsTooDeep(document))
            {
                return document;
            }

            document.Dispose();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Built to cost time; its words are still evidence
        }

        return await Parser().ParseDocumentAsync($"<body><p>{WebUtility.HtmlEncode(StripTags(html))}</p>", cancellationToken);
    }

    /// <summary>A piece of HTML, such as a feed item's description, as plain text.</summary>
    public static async Task<string> TextOfAsync(string html, CancellationToken cancellationToken)
    {
        if (!html.Contains('<') && !html.Contains('&'))
        {
            return HtmlText.Tidy(html);
        }

        using var document = await ParseAsync(html, cancellationToken);
        return document.Body is { } body ? HtmlText.Of(body) : "";
    }

    // By child index: asking a node for its next sibling searches the parent's list each time
    private static bool IsTooDeep(IHtmlDocument document)
    {
        var path = new Stack<(INode Node, int Next)>();
        path.Push((document, 0));
        while (path.TryPop(out var at))
        {
            if (at.Next >= at.Node.ChildNodes.Length)
            {
                continue;
            }

            path.Push((at.Node, at.Next + 1));
            path.Push((at.Node.ChildNodes[at.Next], 0));
            if (path.Count > MaxTreeDepth)
            {
                return true;
            }
        }

        return false;
    }

    private static HtmlParser Parser() => new(Options, BrowsingContext.New(Shared));

    private static string StripTags(string html) => Tag().Replace(Hidden().Replace(html, " "), " ");

    [GeneratedRegex("<[/!a-zA-Z][^>]*>?", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex("<(script|style)[^>]*>.*?</(script|style)", RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Hidden();
}
