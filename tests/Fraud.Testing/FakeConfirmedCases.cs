using System.Runtime.CompilerServices;
using Fraud.Cases;

namespace Fraud.Testing;

/// <summary>Confirmed cases in memory.</summary>
public sealed class FakeConfirmedCases(params IReadOnlyList<ConfirmedCase> cases) : IConfirmedCases
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<ConfirmedCase> ListAsync(DateTimeOffset since, DateTimeOffset until, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var confirmed in cases.Where(c => c.ConfirmedAt >= since && c.ConfirmedAt < until).OrderBy(c => c.ConfirmedAt))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
            yield return confirmed;
        }
    }
}
