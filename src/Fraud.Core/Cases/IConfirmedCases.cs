namespace Fraud.Cases;

/// <summary>What reports are made from.</summary>
public interface IConfirmedCases
{
    /// <summary>Cases confirmed in [since, until) that are still confirmed, by time of confirmation.</summary>
    IAsyncEnumerable<ConfirmedCase> ListAsync(DateTimeOffset since, DateTimeOffset until, CancellationToken cancellationToken);
}
