namespace Fraud.Training;

/// <summary>Fits the classifier's weights: a linear support vector machine, each class against the rest, with a squared hinge and a penalty on squared weights and bias. What it throws ends the training.</summary>
public interface ITrainer
{
    /// <summary>Name of the engine, such as "Own".</summary>
    string Name { get; }

    /// <summary>Minimises the sum of the texts' squared hinges, over all classes, plus half the penalty times the sum of squared weights.</summary>
    /// <returns>The weights: for each feature a row of <see cref="TrainingProblem.Width"/> numbers, one a class and the rest zero; last the row of biases.</returns>
    float[] Fit(TrainingProblem problem, CancellationToken cancellationToken);
}
