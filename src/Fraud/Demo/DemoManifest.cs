namespace Fraud.Demo;

/// <summary>The parts of site.json the server and the tests read.</summary>
internal sealed record DemoManifest(IReadOnlyList<DemoPage> Pages, IReadOnlyList<DemoPost> Posts);
